package conformance.value_classes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[3], double, double
// args: double[3], double[3], double 0.0, double 1.0
// seeds: 4
/** Value classes in value classes, static factories with a private constructor, getters and public fields. */
public final class Camera {

    private Camera() {}

    static final class Vec3 {
        public final double x, y, z;

        private Vec3(double x, double y, double z) {
            this.x = x;
            this.y = y;
            this.z = z;
        }

        static Vec3 of(double x, double y, double z) {
            return new Vec3(x, y, z);
        }

        static Vec3 of(double[] a) {
            return of(a[0], a[1], a[2]);
        }

        Vec3 minus(Vec3 o) {
            return of(x - o.x, y - o.y, z - o.z);
        }

        Vec3 cross(Vec3 o) {
            return of(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
        }

        double dot(Vec3 o) {
            return x * o.x + y * o.y + z * o.z;
        }
    }

    static final class Pose {
        private final Vec3 at;
        private final double focal;
        private final boolean isDistorted;

        Pose(Vec3 at, double focal, boolean isDistorted) {
            if (focal < -1e6) {
                throw new IllegalArgumentException("focal length " + focal);
            }
            this.at = at;
            this.focal = focal;
            this.isDistorted = isDistorted;
        }

        Vec3 getAt() {
            return at;
        }

        double getFocal() {
            return focal;
        }

        boolean isDistorted() {
            return isDistorted;
        }

        double project(Vec3 point, double k) {
            Vec3 d = point.minus(getAt());
            double u = d.x / (1 + d.z * d.z);
            if (!isDistorted) {
                return focal * u;
            }
            double r = u * u + d.y * d.y;
            return focal * u * (1 + k * r);
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b, double focal, double k) {
        Vec3 p = Vec3.of(a);
        Vec3 q = Vec3.of(b);
        Pose pose = new Pose(q, focal, k > 0.5);
        double s = pose.project(p, k);
        Pose other = k > 0 ? pose : new Pose(p, pose.getFocal(), pose.isDistorted());
        return s * s + p.cross(q).dot(Vec3.of(1, 2, 3)) + other.getAt().x * other.project(q.minus(p), 2);
    }
}
