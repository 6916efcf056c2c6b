package madoguchi.channel.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such page or file. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class Missing extends RuntimeException {}
