package dev.pullback.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Adds one partial sum per partition in a tree of two levels, always in the order of the partitions.
 *
 * <p>{@code RDD.treeAggregate} has the same shape and cost but adds in the order in which tasks finish, so that the last
 * bits of a gradient, and with them the path of an optimizer, would differ from run to run and after every retry.
 */
final class OrderedTree {
    /** Up to here the driver adds the partitions' sums itself. */
    private static final int FEW_PARTITIONS = 16;

    private OrderedTree() {}

    /** Adds the elements of an RDD that has one in each partition. */
    static PartialSum sum(JavaRDD<PartialSum> partials, int length) {
        int partitions = partials.getNumPartitions();
        PartialSum total = new PartialSum(length);
        List<PartialSum> parts = partitions <= FEW_PARTITIONS ? partials.collect() : sumsOfGroups(partials, partitions);
        parts.forEach(total::add);
        return total;
    }

    /** Sums of neighbouring partitions, about as many as each of them has members. */
    private static List<PartialSum> sumsOfGroups(JavaRDD<PartialSum> partials, int partitions) {
        int size = (int) Math.ceil(Math.sqrt(partitions));
        int groups = (partitions + size - 1) / size;
        JavaPairRDD<Integer, PartialSum> numbered = numbered(partials);
        JavaPairRDD<Integer, PartialSum> sums = numbered.mapToPair(part -> new Tuple2<>(part._1() / size, part))
                .groupByKey(new HashPartitioner(groups))
                .mapValues(OrderedTree::sumInOrder);
        return inOrder(sums.collect());
    }

    private static JavaPairRDD<Integer, PartialSum> numbered(JavaRDD<PartialSum> partials) {
        return partials.mapPartitionsWithIndex(
                        (number, only) ->
                                List.of(new Tuple2<>(number, only.next())).iterator(),
                        true)
                .mapToPair(part -> part);
    }

    private static PartialSum sumInOrder(Iterable<Tuple2<Integer, PartialSum>> group) {
        List<PartialSum> parts = inOrder(group);
        PartialSum sum = new PartialSum(parts.get(0).vector.length);
        parts.forEach(sum::add);
        return sum;
    }

    private static List<PartialSum> inOrder(Iterable<Tuple2<Integer, PartialSum>> numbered) {
        List<Tuple2<Integer, PartialSum>> parts = new ArrayList<>();
        numbered.forEach(parts::add);
        parts.sort(Comparator.comparing(Tuple2::_1));
        return parts.stream().map(Tuple2::_2).toList();
    }
}
