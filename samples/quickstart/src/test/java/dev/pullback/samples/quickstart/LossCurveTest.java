package dev.pullback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossCurveTest {

    @TempDir
    Path folder;

    @Test
    void drawsALineInEachColour() throws Exception {
        Path file = folder.resolve("new/folder/curve.png");

        LossCurve.write(file, trainings());

        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(LossCurve.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(LossCurve.HEIGHT);
        assertThat(pixels(picture, 0x1F77B4)).isGreaterThan(200);
        assertThat(pixels(picture, 0xD95F02)).isGreaterThan(200);
    }

    @Test
    void replacesAnOldPictureAndLeavesNothingElse() throws Exception {
        Path file = Files.writeString(folder.resolve("curve.png"), "old");

        LossCurve.write(file, trainings());

        assertThat(ImageIO.read(file.toFile())).isNotNull();
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refusesAFolder() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> LossCurve.write(folder, trainings()))
                .withMessage(folder + ": cannot be written: is a directory");
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "content").resolve("curve.png");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> LossCurve.write(file, trainings()))
                .withMessageStartingWith(file + ": cannot be written: ");
        assertThat(folder.resolve("file")).hasContent("content");
    }

    private static int pixels(BufferedImage picture, int colour) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xFFFFFF) == colour) {
                    count++;
                }
            }
        }
        return count;
    }

    private static List<Training> trainings() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        double[] start = {3.0, -2.0};
        return List.of(
                Training.withAdam(new Parabola(), start, nowhere, false),
                Training.withLbfgs(new Parabola(), start, nowhere, false));
    }
}
