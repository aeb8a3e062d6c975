package org.dwastudio.config;

import java.nio.file.Path;
import java.util.Optional;

/** A {@link SynthesisConfig} while one of its values is being replaced. */
final class SynthesisDraft {
    int imagesPerClass;
    int iterations;
    double learningRate;
    double rho;
    int ascentSteps;
    SynthesisConfig.Direction direction;
    double batchNormWeight;
    double varianceWeight;
    double firstLayerMultiplier;
    double regressionWeight;
    int regressionStudents;
    int studentSteps;
    int studentWidth;
    int regressionImages;
    double ridge;
    int jitter;
    SynthesisConfig.View view;
    int batchSize;
    double adamBeta1;
    double adamBeta2;
    double adamEpsilon;
    SynthesisConfig.StartImages start;
    Optional<Path> startFile;
    SynthesisConfig.Order order;
    SynthesisConfig.Precision precision;
    int ipcStart;
    int ipcEnd;

    SynthesisDraft(SynthesisConfig config) {
        imagesPerClass = config.imagesPerClass();
        iterations = config.iterations();
        learningRate = config.learningRate();
        rho = config.rho();
        ascentSteps = config.ascentSteps();
        direction = config.direction();
        batchNormWeight = config.batchNormWeight();
        varianceWeight = config.varianceWeight();
        firstLayerMultiplier = config.firstLayerMultiplier();
        regressionWeight = config.regressionWeight();
        regressionStudents = config.regressionStudents();
        studentSteps = config.studentSteps();
        studentWidth = config.studentWidth();
        regressionImages = config.regressionImages();
        ridge = config.ridge();
        jitter = config.jitter();
        view = config.view();
        batchSize = config.batchSize();
        adamBeta1 = config.adamBeta1();
        adamBeta2 = config.adamBeta2();
        adamEpsilon = config.adamEpsilon();
        start = config.start();
        startFile = config.startFile();
        order = config.order();
        precision = config.precision();
        ipcStart = config.ipcStart();
        ipcEnd = config.ipcEnd();
    }

    SynthesisConfig finished() {
        return new SynthesisConfig(
                imagesPerClass,
                iterations,
                learningRate,
                rho,
                ascentSteps,
                direction,
                batchNormWeight,
                varianceWeight,
                firstLayerMultiplier,
                regressionWeight,
                regressionStudents,
                studentSteps,
                studentWidth,
                regressionImages,
                ridge,
                jitter,
                view,
                batchSize,
                adamBeta1,
                adamBeta2,
                adamEpsilon,
                start,
                startFile,
                order,
                precision,
                ipcStart,
                ipcEnd);
    }
}
