package dev.pullback.runtime.sparse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * An order of elimination that fills few entries of a Cholesky factor: always the node of the least degree next, in the quotient
 * graph of Amestoy, Davis and Duff 1996, "An Approximate Minimum Degree Ordering Algorithm", with their approximate degree (2.7) and
 * element absorption. Nodes that cannot be told apart from the start on are one node with a weight.
 */
final class EliminationOrder {

    private static final int NONE = -1;

    private final int count;
    private final int[] weight;
    /** For each node that is not eliminated the nodes, and the elements, that it touches. */
    private final int[][] nodes;

    private final int[] nodeCount;
    private final int[][] elements;
    private final int[] elementCount;
    /** For each element, an eliminated node, the nodes that it joins; null if another element has absorbed it. */
    private final int[][] members;

    private final boolean[] eliminated;
    private final int[] degree;
    private final int[] head;
    private final int[] next;
    private final int[] previous;
    /** Of an element: the weight of its members outside of the newest element, if {@link #outsideOf} is that element. */
    private final int[] outside;

    private final int[] outsideOf;
    private final int[] mark;
    private int marker;

    private EliminationOrder(int[][] graph, int[] weight) {
        this.count = graph.length;
        this.weight = weight;
        nodes = graph;
        nodeCount = new int[count];
        elements = new int[count][4];
        elementCount = new int[count];
        members = new int[count][];
        eliminated = new boolean[count];
        degree = new int[count];
        int total = Arrays.stream(weight).sum();
        head = new int[total + 1];
        next = new int[count];
        previous = new int[count];
        outside = new int[count];
        outsideOf = new int[count];
        mark = new int[count];
        Arrays.fill(head, NONE);
        Arrays.fill(outsideOf, NONE);
        for (int i = 0; i < count; i++) {
            nodeCount[i] = graph[i].length;
            for (int j : graph[i]) {
                degree[i] += weight[j];
            }
            insert(i);
        }
    }

    /** An order for a symmetric pattern: position k says which column is eliminated as the k-th. */
    static int[] of(SparsityPattern pattern) {
        int n = pattern.columns();
        int[] group = groups(pattern);
        int[] representative = new int[n];
        int[] weight = new int[n];
        int groups = 0;
        for (int j = 0; j < n; j++) {
            if (group[j] == groups) {
                representative[groups++] = j;
            }
            weight[group[j]]++;
        }
        int[][] graph = new int[groups][];
        int[] seenBy = new int[groups];
        Arrays.fill(seenBy, NONE);
        int[] neighbors = new int[groups];
        for (int g = 0; g < groups; g++) {
            int found = 0;
            seenBy[g] = g;
            for (int k = pattern.start(representative[g]); k < pattern.end(representative[g]); k++) {
                int other = group[pattern.column(k)];
                if (seenBy[other] != g) {
                    seenBy[other] = g;
                    neighbors[found++] = other;
                }
            }
            graph[g] = Arrays.copyOf(neighbors, found);
        }
        int[] order = new EliminationOrder(graph, Arrays.copyOf(weight, groups)).eliminate();
        return expand(order, group, groups);
    }

    /** Numbers the columns so that those with the same neighbours, themselves included, have the same number. */
    private static int[] groups(SparsityPattern pattern) {
        int n = pattern.columns();
        int[] group = new int[n];
        Map<Row, Integer> known = new HashMap<>();
        for (int j = 0; j < n; j++) {
            Integer found = known.putIfAbsent(new Row(pattern, j), known.size());
            group[j] = found == null ? known.size() - 1 : found;
        }
        return group;
    }

    /** A row of a pattern, equal to those with the same columns. */
    private record Row(SparsityPattern pattern, int index) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Row that && length() == that.length() && pattern.equalRows(index, that.index);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int k = pattern.start(index); k < pattern.end(index); k++) {
                hash = 31 * hash + pattern.column(k);
            }
            return hash;
        }

        private int length() {
            return pattern.end(index) - pattern.start(index);
        }
    }

    private static int[] expand(int[] order, int[] group, int groups) {
        int[] starts = new int[groups + 1];
        for (int g : group) {
            starts[g + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        int[] columns = new int[group.length];
        int[] at = starts.clone();
        for (int j = 0; j < group.length; j++) {
            columns[at[group[j]]++] = j;
        }
        int[] expanded = new int[group.length];
        int position = 0;
        for (int g : order) {
            for (int k = starts[g]; k < starts[g + 1]; k++) {
                expanded[position++] = columns[k];
            }
        }
        return expanded;
    }

    private int[] eliminate() {
        int[] order = new int[count];
        int least = 0;
        for (int k = 0; k < count; k++) {
            while (head[least] == NONE) {
                least++;
            }
            int pivot = head[least];
            remove(pivot);
            order[k] = pivot;
            least = Math.max(0, least - weight[pivot]);
            least = Math.min(least, join(pivot));
        }
        return order;
    }

    /** Makes an element of a node; returns the least degree that it gave to a neighbour. */
    private int join(int pivot) {
        eliminated[pivot] = true;
        int[] joined = neighborsOf(pivot);
        members[pivot] = joined;
        nodes[pivot] = new int[0];
        int size = 0;
        for (int i : joined) {
            size += weight[i];
            countOutside(i, pivot);
        }
        int least = Integer.MAX_VALUE;
        for (int i : joined) {
            remove(i);
            degree[i] = update(i, pivot, size);
            insert(i);
            least = Math.min(least, degree[i]);
        }
        return joined.length == 0 ? 0 : least;
    }

    /** The nodes that touch a node directly or over an element; those elements are absorbed. Marks them all. */
    private int[] neighborsOf(int pivot) {
        marker++;
        mark[pivot] = marker;
        int[] found = new int[16];
        int size = 0;
        for (int k = 0; k < nodeCount[pivot]; k++) {
            int i = nodes[pivot][k];
            if (!eliminated[i] && mark[i] != marker) {
                mark[i] = marker;
                found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
                found[size++] = i;
            }
        }
        for (int k = 0; k < elementCount[pivot]; k++) {
            int element = elements[pivot][k];
            if (members[element] == null) {
                continue;
            }
            for (int i : members[element]) {
                if (!eliminated[i] && mark[i] != marker) {
                    mark[i] = marker;
                    found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
                    found[size++] = i;
                }
            }
            members[element] = null;
        }
        return Arrays.copyOf(found, size);
    }

    /** Takes a member of the new element out of the counts of the elements that it touches. */
    private void countOutside(int i, int pivot) {
        for (int k = 0; k < elementCount[i]; k++) {
            int element = elements[i][k];
            if (members[element] == null) {
                continue;
            }
            if (outsideOf[element] != pivot) {
                outsideOf[element] = pivot;
                outside[element] = 0;
                for (int j : members[element]) {
                    outside[element] += eliminated[j] ? 0 : weight[j];
                }
            }
            outside[element] -= weight[i];
        }
    }

    /** Cleans the lists of a member of the new element and returns its approximate degree. */
    private int update(int i, int pivot, int size) {
        int sum = size - weight[i];
        int kept = 0;
        for (int k = 0; k < nodeCount[i]; k++) {
            int j = nodes[i][k];
            if (!eliminated[j] && mark[j] != marker) {
                nodes[i][kept++] = j;
                sum += weight[j];
            }
        }
        nodeCount[i] = kept;
        kept = 0;
        for (int k = 0; k < elementCount[i]; k++) {
            int element = elements[i][k];
            if (members[element] == null) {
                continue;
            }
            if (outside[element] == 0) {
                members[element] = null;
                continue;
            }
            elements[i][kept++] = element;
            sum += outside[element];
        }
        if (kept == elements[i].length) {
            elements[i] = Arrays.copyOf(elements[i], 2 * kept);
        }
        elements[i][kept++] = pivot;
        elementCount[i] = kept;
        return Math.min(sum, head.length - 1);
    }

    private void insert(int i) {
        int first = head[degree[i]];
        next[i] = first;
        previous[i] = NONE;
        if (first != NONE) {
            previous[first] = i;
        }
        head[degree[i]] = i;
    }

    private void remove(int i) {
        if (previous[i] == NONE) {
            head[degree[i]] = next[i];
        } else {
            next[previous[i]] = next[i];
        }
        if (next[i] != NONE) {
            previous[next[i]] = previous[i];
        }
    }
}
