/**
 * What every lab has to pass, and what its tests need. A lab extends {@link vos.testing.BothEndsContract}, or {@link
 * vos.testing.CommandLineContract} if it passes lines on, {@link vos.testing.TransferContract} and {@link
 * vos.testing.TranscriptContract}, each in a few lines.
 */
package vos.testing;
