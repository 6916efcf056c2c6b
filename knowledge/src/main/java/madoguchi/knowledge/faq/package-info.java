/**
 * The town's questions and answers: what an entry is, where the truth about them lives, and how
 * they are read from and written to files.
 */
@NullMarked
package madoguchi.knowledge.faq;

import org.jspecify.annotations.NullMarked;
