package org.dwastudio.metric.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Objective of t-SNE: the Kullback–Leibler divergence of the joint probabilities of an embedding, by Student's t
 * distribution with one degree of freedom, from those of the features; and its gradient. Every pair is computed once, on
 * all processors; the sums are added in an order that does not depend on their number.
 */
final class TsneObjective {
    private static final int BLOCKS = 16;
    /** Lower bound of a probability. */
    private static final double SMALLEST = Math.ulp(1.0);

    private static final double FACTOR = 4;

    private final PairTable joint;
    private final Block[] blocks = new Block[BLOCKS];

    /** Sums over the pairs of every sixteenth row. */
    private static final class Block {
        final double[] attractionX;
        final double[] attractionY;
        final double[] repulsionX;
        final double[] repulsionY;
        double kernels;

        Block(int points) {
            attractionX = new double[points];
            attractionY = new double[points];
            repulsionX = new double[points];
            repulsionY = new double[points];
        }

        void clear() {
            Arrays.fill(attractionX, 0);
            Arrays.fill(attractionY, 0);
            Arrays.fill(repulsionX, 0);
            Arrays.fill(repulsionY, 0);
            kernels = 0;
        }
    }

    TsneObjective(PairTable joint) {
        this.joint = joint;
        Arrays.setAll(blocks, block -> new Block(joint.points()));
    }

    /**
     * Writes the gradient at an embedding.
     *
     * @param at the points
     * @param exaggeration factor of the joint probabilities of the features
     * @param gradient receives the result
     */
    void gradient(Plane at, double exaggeration, Plane gradient) {
        IntStream.range(0, BLOCKS).parallel().forEach(block -> addForces(block, at));
        double kernels = 0;
        for (Block block : blocks) {
            kernels += 2 * block.kernels;
        }
        for (int i = 0; i < joint.points(); i++) {
            double x = 0;
            double y = 0;
            for (Block block : blocks) {
                x += exaggeration * block.attractionX[i] - block.repulsionX[i] / kernels;
                y += exaggeration * block.attractionY[i] - block.repulsionY[i] / kernels;
            }
            gradient.x()[i] = FACTOR * x;
            gradient.y()[i] = FACTOR * y;
        }
    }

    private void addForces(int index, Plane at) {
        Block block = blocks[index];
        block.clear();
        double[] x = at.x();
        double[] y = at.y();
        float[] probabilities = joint.values();
        double kernels = 0;
        for (int i = index; i < x.length; i += BLOCKS) {
            int shift = joint.start(i) - i - 1;
            double ax = 0;
            double ay = 0;
            double rx = 0;
            double ry = 0;
            for (int j = i + 1; j < x.length; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double kernel = 1 / (1 + dx * dx + dy * dy);
                kernels += kernel;
                double attraction = probabilities[shift + j] * kernel;
                double repulsion = kernel * kernel;
                ax += attraction * dx;
                ay += attraction * dy;
                rx += repulsion * dx;
                ry += repulsion * dy;
                block.attractionX[j] -= attraction * dx;
                block.attractionY[j] -= attraction * dy;
                block.repulsionX[j] -= repulsion * dx;
                block.repulsionY[j] -= repulsion * dy;
            }
            block.attractionX[i] += ax;
            block.attractionY[i] += ay;
            block.repulsionX[i] += rx;
            block.repulsionY[i] += ry;
        }
        block.kernels = kernels;
    }

    /** Returns the divergence at an embedding, at least 0 for an exaggeration of 1. */
    double divergence(Plane at, double exaggeration) {
        double kernels = sum(i -> kernels(i, at));
        return 2 * sum(i -> divergence(i, at, exaggeration, 2 * kernels));
    }

    private double sum(RowSum rowSum) {
        double[] sums = IntStream.range(0, joint.points())
                .parallel()
                .mapToDouble(rowSum::of)
                .toArray();
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }

    /** Sum over the pairs of a row. */
    private interface RowSum {
        double of(int row);
    }

    private static double kernels(int i, Plane at) {
        double sum = 0;
        for (int j = i + 1; j < at.x().length; j++) {
            sum += kernel(at, i, j);
        }
        return sum;
    }

    private double divergence(int i, Plane at, double exaggeration, double kernels) {
        int shift = joint.start(i) - i - 1;
        double sum = 0;
        for (int j = i + 1; j < at.x().length; j++) {
            double p = exaggeration * joint.values()[shift + j];
            double q = Math.max(SMALLEST, kernel(at, i, j) / kernels);
            sum += p * Math.log(Math.max(SMALLEST, p) / q);
        }
        return sum;
    }

    private static double kernel(Plane at, int i, int j) {
        double dx = at.x()[i] - at.x()[j];
        double dy = at.y()[i] - at.y()[j];
        return 1 / (1 + dx * dx + dy * dy);
    }
}
