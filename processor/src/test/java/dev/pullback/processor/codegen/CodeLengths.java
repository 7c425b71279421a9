package dev.pullback.processor.codegen;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads from a class file how long the code of its methods is. */
final class CodeLengths {

    private CodeLengths() {}

    /** Method name to code length; of overloads the longest. */
    static Map<String, Integer> of(byte[] classFile) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipNBytes(8);
            String[] strings = constants(in);
            in.skipNBytes(6);
            in.skipNBytes(2L * in.readUnsignedShort());
            readMembers(in, strings, new HashMap<>());
            Map<String, Integer> lengths = new HashMap<>();
            readMembers(in, strings, lengths);
            return lengths;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String[] constants(DataInputStream in) throws IOException {
        String[] strings = new String[in.readUnsignedShort()];
        for (int i = 1; i < strings.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> strings[i] = in.readUTF();
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
        return strings;
    }

    private static void readMembers(DataInputStream in, String[] strings, Map<String, Integer> lengths)
            throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(2);
            String name = strings[in.readUnsignedShort()];
            in.skipNBytes(2);
            int attributes = in.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                String attribute = strings[in.readUnsignedShort()];
                int size = in.readInt();
                if ("Code".equals(attribute)) {
                    in.skipNBytes(4);
                    lengths.merge(name, in.readInt(), Math::max);
                    in.skipNBytes(size - 8L);
                } else {
                    in.skipNBytes(size);
                }
            }
        }
    }
}
