/** The door of the web chat: its API, its live events and the pages around it. */
@NullMarked
package madoguchi.channel.web;

import org.jspecify.annotations.NullMarked;
