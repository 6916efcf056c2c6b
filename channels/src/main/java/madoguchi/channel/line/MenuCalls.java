package madoguchi.channel.line;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.UploadFile;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.client.MessagingApiBlobClient;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.RichMenuIdResponse;
import com.linecorp.bot.messaging.model.RichMenuRequest;
import com.linecorp.bot.messaging.model.RichMenuResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** LINE's endpoints for rich menus, waited for one after the other. */
record MenuCalls(MessagingApiClient line, Duration deadline) {

  /** The id of the menu that all see. */
  Optional<String> shown() throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return Optional.ofNullable(await(line.getDefaultRichMenuId()))
          .map(RichMenuIdResponse::richMenuId);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof AbstractLineClientException none && none.getCode() == 404) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  String make(RichMenuRequest menu)
      throws InterruptedException, ExecutionException, TimeoutException {
    RichMenuIdResponse made = await(line.createRichMenu(menu));
    if (made == null) {
      throw new TimeoutException("no answer");
    }
    return made.richMenuId();
  }

  void picture(URI data, String token, String id, byte[] image, String type)
      throws InterruptedException, ExecutionException, TimeoutException {
    MessagingApiBlobClient blobs =
        MessagingApiBlobClient.builder(token)
            .apiEndPoint(data)
            .usingDefaultLogger(false)
            .addInterceptor(new SentOnce())
            .build();
    await(blobs.setRichMenuImage(id, UploadFile.fromByteArray(image, type)));
  }

  void show(String id) throws InterruptedException, ExecutionException, TimeoutException {
    await(line.setDefaultRichMenu(id));
  }

  void delete(String id) throws InterruptedException, ExecutionException, TimeoutException {
    await(line.deleteRichMenu(id));
  }

  /** Whether a menu's name begins so. */
  boolean isNamed(String id, String beginning)
      throws InterruptedException, ExecutionException, TimeoutException {
    return Optional.ofNullable(await(line.getRichMenuList())).stream()
        .flatMap(list -> list.richmenus().stream())
        .filter(menu -> menu.richMenuId().equals(id))
        .map(RichMenuResponse::name)
        .anyMatch(name -> name.startsWith(beginning));
  }

  private <T> @Nullable T await(CompletableFuture<Result<T>> call)
      throws InterruptedException, ExecutionException, TimeoutException {
    return call.get(deadline.toMillis(), TimeUnit.MILLISECONDS).body();
  }
}
