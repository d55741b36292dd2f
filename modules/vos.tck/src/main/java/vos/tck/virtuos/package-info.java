/**
 * The tests of VirtuOS. Start with {@link vos.tck.virtuos.VirtuosSuite}, which names them, and with the two sessions,
 * which know what the bytes of each form mean.
 */
package vos.tck.virtuos;
