package dev.pullback.processor.request;

import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.Checkpointing;
import java.util.Arrays;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/** Reads {@code @Checkpointed}. */
public final class CheckpointedReader {
    private CheckpointedReader() {}

    /** How the loops of a method are checkpointed, if they are. */
    public static Optional<Checkpointing> read(ExecutableElement method) {
        return AnnotationValues.checkpointed(method).map(CheckpointedReader::read);
    }

    private static Checkpointing read(AnnotationMirror mirror) {
        String name = AnnotationValues.constant(mirror, "schedule");
        Checkpointing.Schedule schedule = Arrays.stream(Checkpointing.Schedule.values())
                .filter(constant -> name.equals(constant.name()))
                .findFirst()
                .orElse(Checkpointing.Schedule.REVOLVE);
        return new Checkpointing(
                schedule,
                (int) AnnotationValues.number(mirror, "snapshots"),
                AnnotationValues.number(mirror, "bytes"),
                (int) AnnotationValues.number(mirror, "period"));
    }

    /** Reports numbers that make no schedule. */
    public static void check(ExecutableElement method, DiagnosticSink sink) {
        read(method)
                .flatMap(CheckpointedReader::mistake)
                .ifPresent(mistake ->
                        sink.report(DiagnosticCode.AD150, ElementPosition.of(method), method.getSimpleName(), mistake));
    }

    private static Optional<String> mistake(Checkpointing checkpointing) {
        if (checkpointing.snapshots() < 0) {
            return Optional.of("snapshots is negative");
        }
        if (checkpointing.bytes() < 0) {
            return Optional.of("bytes is negative");
        }
        boolean isPeriodic = checkpointing.schedule() == Checkpointing.Schedule.PERIODIC;
        if (isPeriodic && checkpointing.period() < 1) {
            return Optional.of("the periodic schedule has no positive period");
        }
        if (!isPeriodic && checkpointing.period() != 0) {
            return Optional.of("only the periodic schedule has a period");
        }
        return Optional.empty();
    }
}
