package madoguchi.bot.jdbc;

import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper for columns that hold lists and maps. */
final class Json {

  static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}
}
