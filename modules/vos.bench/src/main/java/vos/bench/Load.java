package vos.bench;

/** A client that has a task done. */
@FunctionalInterface
interface Load {
    /** Has it done by the server of this stage, and waits for the end. */
    LoadReport run(Task task, Stage stage, int port) throws BenchException;
}
