/**
 * Files as a transfer server needs them: named from a root that nobody leaves, and replaced whole or not at all.
 *
 * <p>Start at {@link vos.fs.Workspace}, which is what one session works with, and then at {@link vos.fs.Volume},
 * which is what a workspace stands on and what another kind of storage implements.
 */
package vos.fs;
