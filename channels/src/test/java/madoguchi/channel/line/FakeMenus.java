package madoguchi.channel.line;

import com.sun.net.httpserver.HttpExchange;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import madoguchi.channel.line.FakeLine.Answered;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** LINE's rich menus: made, given an image of their size, then shown to all. */
public final class FakeMenus implements FakeLine.Handler {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MENUS = "/v2/bot/richmenu";
  private static final String ALL = "/v2/bot/user/all/richmenu";

  private final Map<String, ObjectNode> menus = new LinkedHashMap<>();
  private final Map<String, byte[]> images = new LinkedHashMap<>();
  private final FakeRates rates;
  private @Nullable String shown;
  private int made;

  FakeMenus(FakeRates rates) {
    this.rates = rates;
  }

  /** The menu that all users see; null: none. */
  public synchronized @Nullable JsonNode shown() {
    return shown == null ? null : menus.get(shown);
  }

  /** The picture of the menu that all users see. */
  public synchronized byte[] picture() {
    return images.getOrDefault(String.valueOf(shown), new byte[0]);
  }

  /** How many menus there are. */
  public synchronized int size() {
    return menus.size();
  }

  @Override
  public synchronized Answered handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String call = exchange.getRequestMethod() + ' ' + path;
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (call.equals("POST " + MENUS)) {
      return make(JSON.readTree(body));
    }
    if (call.equals("GET " + MENUS + "/list")) {
      ObjectNode answer = JSON.createObjectNode();
      menus.values().forEach(answer.putArray("richmenus")::add);
      return Answered.ok(answer);
    }
    if (call.equals("GET " + ALL)) {
      return shown == null
          ? Answered.refused(404, "no default richmenu")
          : Answered.ok(JSON.createObjectNode().put("richMenuId", shown));
    }
    String id = path.replaceFirst("/content$", "").replaceFirst(".*/", "");
    if (!menus.containsKey(id)) {
      return Answered.refused(404, "richmenu not found");
    }
    if (call.equals("POST " + ALL + '/' + id)) {
      if (!images.containsKey(id)) {
        return Answered.refused(400, "must upload richmenu image before applying it to user");
      }
      shown = id;
      return new Answered(200, "{}");
    }
    if (call.equals("DELETE " + MENUS + '/' + id)) {
      if (!rates.takes("menu", FakeRates.HOUR)) {
        return Answered.refused(429, "Too many requests");
      }
      menus.remove(id);
      shown = id.equals(shown) ? null : shown;
      return new Answered(200, "{}");
    }
    return call.equals("POST " + MENUS + '/' + id + "/content")
        ? picture(id, body, String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")))
        : Answered.refused(404, "Not found");
  }

  private Answered make(JsonNode menu) {
    if (!rates.takes("menu", FakeRates.HOUR)) {
      return Answered.refused(429, "Too many requests");
    }
    int width = menu.path("size").path("width").asInt(0);
    int height = menu.path("size").path("height").asInt(0);
    boolean sized = 800 <= width && width <= 2_500 && height >= 250 && width >= 1.45 * height;
    boolean named =
        menu.path("name").asString("").length() <= 300
            && !menu.path("chatBarText").asString("").isEmpty()
            && menu.path("chatBarText").asString("").length() <= 14;
    if (!sized || !named || menu.path("areas").isEmpty() || menu.path("areas").size() > 20) {
      return Answered.refused(400, "The request body has errors");
    }
    for (JsonNode area : menu.path("areas")) {
      JsonNode bounds = area.path("bounds");
      boolean within =
          bounds.path("x").asInt(-1) >= 0
              && bounds.path("x").asInt() + bounds.path("width").asInt() <= width
              && bounds.path("y").asInt(-1) >= 0
              && bounds.path("y").asInt() + bounds.path("height").asInt() <= height;
      if (!within || area.path("action").path("type").asString("").isEmpty()) {
        return Answered.refused(400, "areas: invalid");
      }
    }
    String id = "richmenu-" + ++made;
    menus.put(id, ((ObjectNode) menu.deepCopy()).put("richMenuId", id));
    return Answered.ok(JSON.createObjectNode().put("richMenuId", id));
  }

  private Answered picture(String id, byte[] body, String type) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(body));
    JsonNode size = menus.get(id).path("size");
    boolean fits =
        image != null
            && body.length <= 1 << 20
            && (type.startsWith("image/png") || type.startsWith("image/jpeg"))
            && image.getWidth() == size.path("width").asInt()
            && image.getHeight() == size.path("height").asInt();
    if (!fits || images.containsKey(id)) {
      return Answered.refused(400, "An image has already been uploaded or does not fit");
    }
    images.put(id, body);
    return new Answered(200, "{}");
  }
}
