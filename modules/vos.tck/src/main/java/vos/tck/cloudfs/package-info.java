/** The tests of cloud-fs. Start with {@link vos.tck.cloudfs.CloudFsSession}, in whose words most are written. */
package vos.tck.cloudfs;
