package dev.pullback.spark;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** One Spark for all tests of the module: two threads, four attempts per task. */
final class LocalSpark {
    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2,4]")
            .appName("pullback-spark tests")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.warehouse.dir", "target/spark-warehouse")
            .getOrCreate();

    private LocalSpark() {}

    static SparkSession session() {
        return SESSION;
    }

    static <E> JavaRDD<E> distribute(List<E> examples, int partitions) {
        return JavaSparkContext.fromSparkContext(SESSION.sparkContext()).parallelize(examples, partitions);
    }
}
