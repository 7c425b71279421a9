package dev.pullback.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.master.Master$;
import org.apache.spark.deploy.worker.Worker$;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Option;

/**
 * Workers on two hosts: a slow task gets a second run, which Spark starts on another host only. On Linux all addresses from
 * 127.0.0.1 on are the machine itself.
 */
@EnabledOnOs(OS.LINUX)
final class SpeculativeTasksClusterTest {
    private static final double[] POINT = {0.3, -0.2, 0.5, 0.1};
    private static final List<LogisticExample> EXAMPLES = LogisticExample.random(500, POINT.length, 1);
    private static final String[] HOSTS = {"127.0.0.1", "127.0.0.2"};

    private static final Semaphore SECOND_RUNS = new Semaphore(0);
    private static final List<RpcEnv> CLUSTER = new ArrayList<>();

    private static JavaSparkContext spark;

    @BeforeAll
    static void start(@TempDir Path folder) {
        SparkConf conf = new SparkConf()
                .setAppName("pullback-spark speculation test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", HOSTS[0])
                .set("spark.driver.bindAddress", HOSTS[0])
                .set("spark.executor.memory", "512m")
                .set("spark.speculation", "true")
                .set("spark.speculation.interval", "50ms")
                .set("spark.speculation.minTaskRuntime", "200ms")
                .set("spark.speculation.quantile", "0.5")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        RpcEnv master =
                Master$.MODULE$.startRpcEnvAndEndpoint(HOSTS[0], 0, 0, conf)._1();
        String url = "spark://" + master.address().hostPort();
        for (int i = 0; i < HOSTS.length; i++) {
            CLUSTER.add(Worker$.MODULE$.startRpcEnvAndEndpoint(
                    HOSTS[i],
                    0,
                    0,
                    1,
                    512,
                    new String[] {url},
                    folder.toString(),
                    Option.apply(i),
                    conf,
                    Option.empty()));
        }
        CLUSTER.add(master);
        spark = new JavaSparkContext(conf.setMaster(url));
        spark.sc().addSparkListener(new Counter());
    }

    @AfterAll
    static void stop() {
        spark.close();
        CLUSTER.forEach(RpcEnv::shutdown);
        CLUSTER.forEach(RpcEnv::awaitTermination);
    }

    /** The first run of a task waits in the middle of its partition until it is killed, since the second one has finished. */
    @ParameterizedTest
    @ValueSource(ints = {6, 40})
    void aTaskThatRunsTwiceChangesNoBit(int partitions) throws InterruptedException {
        SECOND_RUNS.drainPermits();
        int chosen = partitions / 2;
        SparkLoss<LogisticExample> slow = (w, example, gradient, workspace) -> {
            TaskContext task = TaskContext.get();
            if (task.partitionId() == chosen && task.attemptNumber() == 0 && example.x()[0] > 0.5) {
                waitUntilKilled(task);
            }
            return LogisticExample.valueAndGradient(w, example, gradient, workspace);
        };
        assertThat(gradient(slow, partitions)).containsExactly(gradient(LogisticExample.LOSS, partitions));
        assertThat(SECOND_RUNS.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void waitUntilKilled(TaskContext task) {
        for (int i = 0; i < 600 && !task.isInterrupted(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static double[] gradient(SparkLoss<LogisticExample> loss, int partitions) {
        double[] gradient = new double[POINT.length];
        SparkObjective.mean(spark.parallelize(EXAMPLES, partitions), loss).valueAndGradient(POINT, gradient);
        return gradient;
    }

    /** Counts, so that a test fails if nothing ran twice. */
    private static final class Counter extends SparkListener {
        @Override
        public void onTaskEnd(SparkListenerTaskEnd event) {
            if (event.taskInfo().speculative() && event.taskInfo().successful()) {
                SECOND_RUNS.release();
            }
        }
    }
}
