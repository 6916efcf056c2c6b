/** Models outside, through langchain4j; chosen by the server. */
@NullMarked
package madoguchi.bot.llm;

import org.jspecify.annotations.NullMarked;
