/**
 * The tests of mini-FTP, a class for each section of its specification. Start with
 * {@link vos.tck.minftp.MiniFtpSession}, which knows what the bytes mean.
 */
package vos.tck.minftp;
