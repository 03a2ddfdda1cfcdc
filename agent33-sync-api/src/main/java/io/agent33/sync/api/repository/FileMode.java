package io.agent33.sync.api.repository;

/** What a tree's entry is. Only {@link #REGULAR} and {@link #EXECUTABLE} are ever delivered (S4). */
public enum FileMode {
    /** An ordinary file. */
    REGULAR("100644"),
    /** A file with the executable bit. */
    EXECUTABLE("100755"),
    /** A symbolic link; its blob holds the target. */
    SYMLINK("120000"),
    /** A commit of another repository. */
    SUBMODULE("160000"),
    /** A folder; its id names a tree. */
    FOLDER("040000");

    private final String octal;

    FileMode(String octal) {
        this.octal = octal;
    }

    /** As git prints it, six octal digits. */
    public String octal() {
        return octal;
    }

    /** Whether it is a file whose content can be delivered. */
    public boolean isFile() {
        return this == REGULAR || this == EXECUTABLE;
    }

    /** @throws IllegalArgumentException for anything that {@link #octal} does not give */
    public static FileMode ofOctal(String octal) {
        for (FileMode mode : values()) {
            if (mode.octal.equals(octal)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("no file mode of git: \"" + octal + "\"");
    }
}
