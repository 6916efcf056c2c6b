package madoguchi.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.concurrent.Executor;
import madoguchi.channel.line.LineWebhook;
import madoguchi.channel.line.WebhookHandler;
import madoguchi.server.metrics.RequestTimes;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * LINE's webhooks go past filters and routes; what these do for all other requests and is wanted of
 * webhooks too stands here.
 */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

  /** Only before the residents' server, not before the one for those who run it. */
  @Bean
  WebHttpHandlerBuilderCustomizer webhooksFirst(
      LineWebhook webhook,
      ObjectProvider<ForwardedHeaderTransformer> forwarded,
      @Qualifier("applicationTaskExecutor") Executor executor,
      MeterRegistry meters) {
    return builder ->
        builder.httpHandlerDecorator(
            others ->
                new WebhookHandler(
                    webhook,
                    request -> asSent(request, forwarded.getIfAvailable()),
                    executor,
                    new RequestTimes(meters, WebhookHandler.PATH)::note,
                    others));
  }

  private static ServerHttpRequest asSent(
      ServerHttpRequest request, @Nullable ForwardedHeaderTransformer forwarded) {
    try {
      return forwarded == null ? request : forwarded.apply(request);
    } catch (IllegalArgumentException garbled) {
      // Whoever signed it, LINE's body counts, not what a proxy says of it.
      return request;
    }
  }

  /** The description of the interface is made from routes. */
  @Bean
  OpenApiCustomizer webhookDescribed() {
    Operation post =
        new Operation()
            .operationId("receive")
            .addTagsItem("line-webhook")
            .addParametersItem(new PathParameter().name("municipality").schema(new StringSchema()))
            .addParametersItem(
                new HeaderParameter().name("x-line-signature").schema(new StringSchema()))
            .responses(
                new ApiResponses().addApiResponse("200", new ApiResponse().description("stored")));
    return api -> api.path(WebhookHandler.PATH, new PathItem().post(post));
  }
}
