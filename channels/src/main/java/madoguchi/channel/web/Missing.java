package madoguchi.channel.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such page or file. */
final class Missing extends ResponseStatusException {

  private static final long serialVersionUID = 1L;

  Missing() {
    super(HttpStatus.NOT_FOUND);
  }
}
