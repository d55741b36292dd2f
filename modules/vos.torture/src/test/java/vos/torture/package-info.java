/**
 * What tries to break the servers of all labs: connections that are cut after every byte, storage that fails at every
 * step, a process that is killed, many clients on few names, crowds that mean harm, hours of mixed traffic. Each has a
 * short form, which {@code mvn verify} runs, and a long one, which {@code scripts/torture} runs.
 */
package vos.torture;
