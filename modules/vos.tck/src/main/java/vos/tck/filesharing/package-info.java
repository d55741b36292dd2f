/**
 * The tests of file-sharing: one connection a request, and a content that ends with it. Start with
 * {@link vos.tck.filesharing.FileSharingSuite}.
 */
package vos.tck.filesharing;
