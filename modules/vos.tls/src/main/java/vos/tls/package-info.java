/**
 * Certificates: start with {@link vos.tls.Identity}, which a server shows, and {@link vos.tls.Trust}, by which a client
 * judges it.
 */
package vos.tls;
