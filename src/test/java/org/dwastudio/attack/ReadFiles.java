package org.dwastudio.attack;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Table of all files that the program reads. */
final class ReadFiles {
    /** Classes that open other files, with the reason why these are not attacked. */
    static final Map<String, String> OTHERS = Map.of(
            "file.BoundedFile", "opens the files of all readers of the table",
            "file.RegularFile", "opens files for writing",
            "file.ZipContent", "checks the directories of archives for readers of the table",
            "compute.SubprocessLibraryProbe", "reads what its own process has just written to a temporary file",
            "nn.torch.Bfloat16Instructions", "reads a file of the operating system",
            "engine.session.DeviceMemory", "reads files of the operating system",
            "bench.PythonStep", "copies a resource of the program",
            "bench.StepBenchmark", "reads a file of the operating system",
            "bench.parity.ParityCase", "reads cases that developers make",
            "teacher.TeacherCatalog", "copies a resource of the program");

    private ReadFiles() {}

    /** Returns all kinds of files. */
    static List<ReadFile> all() {
        return Stream.of(foreign(), own()).flatMap(List::stream).toList();
    }

    /** Returns all readers. */
    static List<ForeignReader> readers() {
        return all().stream().flatMap(file -> file.readers().stream()).toList();
    }

    private static List<ReadFile> foreign() {
        return List.of(
                new ReadFile(
                        "weights: safetensors, PyTorch archives, older PyTorch files, TorchScript, npz",
                        List.of(
                                "weights.file.FormatDetector",
                                "weights.safetensors.SafetensorsFormat",
                                "weights.WeightsArchive",
                                "weights.torch.LegacyTorchFormat"),
                        WeightsReaders.all()),
                new ReadFile(
                        "datasets: folders, tables, archives, IDX, CIFAR, npz, Tiny-ImageNet, Parquet",
                        List.of(
                                "data.array.DatasetFolder$OnDisk",
                                "data.array.CifarArchive",
                                "data.array.NpzDatasetReader",
                                "data.download.ArchiveEntries",
                                "data.download.ExtractedArchive",
                                "data.format.TinyImageNetReader",
                                "data.folder.WordNetNames",
                                "data.parquet.ParquetFile",
                                "data.parquet.ParquetImages",
                                "data.table.LabelTable"),
                        DatasetReaders.all()),
                new ReadFile(
                        "images: PNG, JPEG, GIF, BMP, TIFF, WebP, and the experiments in them",
                        List.of(
                                "image.codec.ImageFile",
                                "image.codec.PngFile",
                                "image.codec.PngText",
                                "image.codec.JpegText"),
                        ImageReaders.all()));
    }

    private static List<ReadFile> own() {
        return List.of(
                new ReadFile(
                        "run folders: experiment, metadata, metrics, log, notes, lock, results of students; the queue",
                        List.of(
                                "config.yaml.ExperimentReader",
                                "file.LockFile",
                                "queue.QueueFile",
                                "run.MetricsCsv",
                                "run.RunLog",
                                "run.RunMetadata",
                                "run.history.LastMetrics",
                                "run.history.RunNotes",
                                "run.history.StudentAccuracy",
                                "stage.evaluation.StudentResultFile"),
                        RunReaders.all()),
                new ReadFile(
                        "files of tensors with a checksum: teachers, checkpoints, soft labels",
                        List.of("weights.safetensors.SafetensorsFormat", "teacher.TeacherLibrary"),
                        StoredTensorReaders.all()),
                new ReadFile(
                        "tables of inspections, cached features, snapshots",
                        List.of(
                                "run.snapshot.SnapshotReader",
                                "stage.inspection.InspectionTable",
                                "weights.numpy.FloatMatrixFile"),
                        InspectionReaders.all()),
                new ReadFile(
                        "settings and tables of sweeps",
                        List.of(
                                "sweep.ElapsedTime",
                                "sweep.TestTable",
                                "sweep.TrialQueue",
                                "sweep.TrialsTable",
                                "sweep.plan.PlanFile"),
                        SweepReaders.all()),
                new ReadFile(
                        "settings, builds of PyTorch, exports and reports",
                        List.of(
                                "compute.ComputeSettingsFile",
                                "compute.LibtorchFolder",
                                "data.folder.ExportChecksums",
                                "data.folder.FolderManifest",
                                "report.page.ReportFile",
                                "stage.export.Manifest",
                                "ui.preference.FilePreferences"),
                        ProgramReaders.all()),
                // HostileDownloadTest attacks downloads, whose readers write as well; a mark is only compared with one
                // text.
                new ReadFile(
                        "parts of downloads",
                        List.of(
                                "data.download.ExpectedChecksum",
                                "data.download.GzipExtractor",
                                "data.download.PartialDownload"),
                        List.of()),
                new ReadFile("marks of students on real images", List.of("stage.evaluation.RealStudents"), List.of()));
    }
}
