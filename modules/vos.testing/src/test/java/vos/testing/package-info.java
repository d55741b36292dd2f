/**
 * What every lab has to pass, and what its tests need. A lab extends {@link vos.testing.BothEndsContract}, or {@link
 * vos.testing.CommandLineContract} if it passes lines on, {@link vos.testing.TransferContract}, {@link
 * vos.testing.TranscriptContract}, {@link vos.testing.HostileNamesContract} and {@link
 * vos.testing.ServerProcessContract}, each in a few lines. Its server's end is tried byte for byte by {@link
 * vos.testing.ServerConversation}; the published programs are imitated by {@link vos.testing.PublishedPeer} and {@link
 * vos.testing.PublishedListener}.
 */
package vos.testing;
