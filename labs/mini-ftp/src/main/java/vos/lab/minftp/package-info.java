/**
 * The mini-FTP lab. Start at {@link vos.lab.minftp.MiniFtpServerEnd}, read it beside {@code specs/mini-ftp.md}, and
 * then see how {@link vos.lab.minftp.MiniFtpClientEnd} mirrors it.
 */
package vos.lab.minftp;
