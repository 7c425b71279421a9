package dev.pullback.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executors that are processes of their own: one is killed in the middle of a task. */
final class LostExecutorClusterTest {
    private static final double[] POINT = {0.3, -0.2, 0.5, 0.1};
    private static final List<LogisticExample> EXAMPLES = LogisticExample.random(500, POINT.length, 1);

    private static final Semaphore LOST_EXECUTORS = new Semaphore(0);

    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        SparkConf conf = new SparkConf()
                .setMaster("local-cluster[2,1,512]")
                .setAppName("pullback-spark cluster test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.memory", "512m")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        spark = new JavaSparkContext(conf);
        spark.sc().addSparkListener(new LossListener());
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    /** With 40 partitions there is a shuffle: what finished tasks left on the executor is lost, too, and they run again. */
    @ParameterizedTest
    @ValueSource(ints = {6, 40})
    void aKilledExecutorChangesNoBit(int partitions) throws InterruptedException {
        int chosen = partitions / 2;
        SparkLoss<LogisticExample> killing = (w, example, gradient, workspace) -> {
            TaskContext task = TaskContext.get();
            if (task.partitionId() == chosen && task.attemptNumber() == 0 && example.x()[0] > 0.5) {
                Runtime.getRuntime().halt(1);
            }
            return LogisticExample.valueAndGradient(w, example, gradient, workspace);
        };
        assertThat(gradient(killing, partitions)).containsExactly(gradient(LogisticExample.LOSS, partitions));
        assertThat(LOST_EXECUTORS.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    private static double[] gradient(SparkLoss<LogisticExample> loss, int partitions) {
        double[] gradient = new double[POINT.length];
        SparkObjective.mean(spark.parallelize(EXAMPLES, partitions), loss).valueAndGradient(POINT, gradient);
        return gradient;
    }

    /** Counts, so that the test fails if nothing happened. */
    private static final class LossListener extends SparkListener {
        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
            LOST_EXECUTORS.release();
        }
    }
}
