/**
 * The file-sharing lab. Start at {@link vos.lab.filesharing.FileSharingServerEnd}, read it beside {@code
 * specs/file-sharing.md}, and then see how {@link vos.lab.filesharing.FileSharingClientEnd} mirrors it.
 */
package vos.lab.filesharing;
