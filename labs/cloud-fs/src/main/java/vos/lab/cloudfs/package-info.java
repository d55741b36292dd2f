/**
 * The cloud-fs lab. Start at {@link vos.lab.cloudfs.CloudFsServerEnd}, read it beside {@code specs/cloud-fs.md}, and
 * then see how {@link vos.lab.cloudfs.CloudFsClientEnd} mirrors it.
 */
package vos.lab.cloudfs;
