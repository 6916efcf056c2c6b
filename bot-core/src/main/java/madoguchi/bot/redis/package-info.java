/**
 * What nodes tell each other by Redis, and what may be lost: signals and rate limits. Everything
 * here goes on within the node when Redis is away.
 */
@NullMarked
package madoguchi.bot.redis;

import org.jspecify.annotations.NullMarked;
