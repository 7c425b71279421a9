package dev.pullback.runtime.optim;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The bytes of an {@link OptimizerState}, big-endian: a magic number with the version, the kind, the steps, the number of
 * vectors, each with name, length and raw bits, and a CRC-32 of all before it. Texts are UTF-8 behind their length.
 */
final class StateBytes {

    /** "PbO" and version 1. */
    private static final int MAGIC = 0x50624F01;

    private StateBytes() {}

    static byte[] write(OptimizerState state) {
        byte[] kind = bytes(state.optimizer());
        long size = 4L + 4 + kind.length + 8 + 4 + 4;
        for (String name : state.names()) {
            size += 8L + bytes(name).length + 8L * state.vector(name).length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size));
        buffer.putInt(MAGIC);
        putText(buffer, kind);
        buffer.putLong(state.steps()).putInt(state.names().size());
        for (String name : state.names()) {
            putText(buffer, bytes(name));
            double[] vector = state.vector(name);
            buffer.putInt(vector.length);
            for (double entry : vector) {
                buffer.putLong(Double.doubleToRawLongBits(entry));
            }
        }
        buffer.putInt(checksum(buffer.array(), buffer.position()));
        return buffer.array();
    }

    static OptimizerState read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            if (buffer.getInt() != MAGIC) {
                throw new IllegalArgumentException("bytes are no saved state of an optimizer");
            }
            if (bytes.length < 8 || buffer.getInt(bytes.length - 4) != checksum(bytes, bytes.length - 4)) {
                throw new IllegalArgumentException("bytes are cut off or damaged: their checksum is wrong");
            }
            String kind = text(buffer);
            long steps = buffer.getLong();
            Map<String, double[]> vectors = new TreeMap<>();
            for (int left = buffer.getInt(); left > 0; left--) {
                String name = text(buffer);
                double[] vector = new double[buffer.getInt()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = Double.longBitsToDouble(buffer.getLong());
                }
                vectors.put(name, vector);
            }
            return new OptimizerState(kind, steps, vectors);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("bytes are cut off after " + bytes.length, e);
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void putText(ByteBuffer buffer, byte[] text) {
        buffer.putInt(text.length).put(text);
    }

    private static String text(ByteBuffer buffer) {
        byte[] text = new byte[buffer.getInt()];
        buffer.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
