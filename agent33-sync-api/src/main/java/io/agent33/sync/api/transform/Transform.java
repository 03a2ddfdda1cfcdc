package io.agent33.sync.api.transform;

/**
 * Changes text files on their way downstream (S5). To be implemented; a rule names a transform by the name under which the host
 * registered its {@link TransformProvider}.
 *
 * <p>The law:
 *
 * <ul>
 *   <li>A function of its arguments alone: no clock, no chance, no file or network of its own, no memory of earlier calls. What
 *       is rendered once is rendered again, and what comes out must be the same.
 *   <li>Where there is nothing to do, it returns the document that it was given. It changes ranges by
 *       {@link Document#edit}; what it does not edit survives byte for byte.
 *   <li>It never sees a binary file: one with a NUL byte, or that is not UTF-8 (S4). Encoding and byte-order mark are the
 *       engine's business. Line ends are as they are in the file; those of a replacement become the file's own.
 * </ul>
 *
 * <p>Called from several threads at once. Nulls go neither in nor out. An exception, a null, or an answer that does not come in
 * time blocks the rule at hand, with a message that names the transform, and no other.
 */
@FunctionalInterface
public interface Transform {
    /** The document as it goes on. */
    Document apply(Document document, TransformContext context);
}
