package madoguchi.channel.line;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.bot.desk.Delivery;
import madoguchi.bot.desk.ErrandRunner;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hands a delivery on to the town's other service as LINE would have: the same bytes, the same
 * signature. To one address only, which the town has set; it is never led elsewhere.
 */
final class ForwardRunner implements ErrandRunner {

  static final String KIND = "line.forward";

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final Municipalities municipalities;
  private final Supplier<OkHttpClient> open;
  private final Supplier<OkHttpClient> careful;

  ForwardRunner(Municipalities municipalities, Duration deadline) {
    this.municipalities = municipalities;
    this.open = Outward.client(deadline);
    this.careful = SingletonSupplier.of(() -> open.get().newBuilder().dns(new PublicDns()).build());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int width() {
    return 8;
  }

  @Override
  public Duration longest() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Delivery run(Errand errand) {
    Optional<Municipality> town = municipalities.find(errand.municipality());
    Optional<LineSettings> settings = town.map(LineSettings::new);
    Optional<String> url = settings.flatMap(LineSettings::forwardUrl);
    if (url.isEmpty()) {
      return new Delivery(SendState.CANCELLED, "no address any more");
    }
    HttpUrl target = HttpUrl.parse(url.get().strip());
    if (target == null || !target.isHttps() && !PublicDns.isLoopback(target.host())) {
      return new Delivery(SendState.TRYING, "address must be https");
    }
    boolean anywhere =
        settings.get().forwardsToPrivateAddresses() || PublicDns.isLoopback(target.host());
    if (!anywhere && !PublicDns.isPublicAddress(target.host())) {
      return new Delivery(SendState.TRYING, "private address");
    }
    return post((anywhere ? open : careful).get(), target, Parcel.ofPayload(errand.payload()));
  }

  private static Delivery post(OkHttpClient http, HttpUrl target, Parcel parcel) {
    Request request;
    try {
      MediaType type = MediaType.parse(parcel.contentType());
      request =
          new Request.Builder()
              .url(target)
              .header("x-line-signature", parcel.signature())
              .post(RequestBody.create(parcel.body(), type == null ? JSON : type))
              .build();
    } catch (IllegalArgumentException noHeader) {
      return new Delivery(SendState.GIVEN_UP, "not to be sent");
    }
    try (Response response = http.newCall(request).execute()) {
      String status = Integer.toString(response.code());
      return new Delivery(response.isSuccessful() ? SendState.SENT : SendState.TRYING, status);
    } catch (PrivateAddress refused) {
      return new Delivery(SendState.TRYING, "private address");
    } catch (IOException broken) {
      return new Delivery(SendState.TRYING, broken.getClass().getSimpleName());
    }
  }
}
