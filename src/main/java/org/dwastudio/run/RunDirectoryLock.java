package org.dwastudio.run;

import java.io.IOException;
import org.dwastudio.file.LockFile;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Right of one run at a time to write to a run folder, by the {@link LockFile} {@value #NAME} in it. */
public final class RunDirectoryLock implements AutoCloseable {
    public static final String NAME = ".lock";

    private final RunDirectory directory;
    private final LockFile file;

    private RunDirectoryLock(RunDirectory directory, LockFile file) {
        this.directory = directory;
        this.file = file;
    }

    /**
     * Reserves a run folder for this process until {@link #close()}.
     *
     * @throws RunFolderException when another run holds it, here or in another process, or it cannot be written
     */
    public static RunDirectoryLock acquire(RunDirectory directory) throws IOException {
        try {
            return new RunDirectoryLock(
                    directory, LockFile.acquire(directory.folder().resolve(NAME)));
        } catch (LockFile.HeldException e) {
            throw new RunFolderException(directory.folder(), Message.of("run.locked", FailureCause.reason(e)));
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
    }

    /**
     * Returns true when this or another process holds a run folder.
     *
     * @throws IOException when the lock cannot be opened
     */
    public static boolean isHeld(RunDirectory directory) throws IOException {
        return LockFile.isHeld(directory.folder().resolve(NAME));
    }

    /** Returns the locked folder. */
    public RunDirectory directory() {
        return directory;
    }

    /** Releases the folder. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
