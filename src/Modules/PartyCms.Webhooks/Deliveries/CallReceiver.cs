using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PartyCms.Webhooks.Network;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>Makes one call of a receiver and tells what came of it. It throws only when the site itself is stopping.</summary>
internal sealed class CallReceiver(WebhookTransport transport, SigningSecrets secrets, TimeProvider clock)
{
    private const int MostAnswerBytes = 1024;

    public async Task<WebhookAttempt> RunAsync(
        WebhookSubscription webhook, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var now = clock.GetUtcNow();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(WebhookTransport.Patience);
        if (secrets.Read(webhook.ProtectedSecret) is not { } secret)
        {
            return Ended(null, DeliveryFault.SecretLost, null);
        }

        var previous = webhook.PreviousSecretUntilUtc > now ? secrets.Read(webhook.PreviousProtectedSecret!) : null;

        try
        {
            using var request = Write(webhook, delivery, previous is null ? [secret] : [secret, previous], now);
            using var answer = await transport.SendAsync(request, patience.Token);
            var excerpt = await ExcerptAsync(answer, patience.Token);
            return Ended((int)answer.StatusCode, answer.IsSuccessStatusCode ? DeliveryFault.None : DeliveryFault.Refused, excerpt);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Ended(null, DeliveryFaults.Of(exception), null);
        }

        WebhookAttempt Ended(int? status, DeliveryFault fault, string? excerpt) => new()
        {
            DeliveryId = delivery.Id,
            StartedUtc = now,
            DurationMilliseconds = (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds,
            Status = status,
            Fault = fault,
            Excerpt = excerpt,
        };
    }

    private static HttpRequestMessage Write(
        WebhookSubscription webhook, WebhookDelivery delivery, IReadOnlyList<string> signing, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(delivery.Payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        request.Headers.UserAgent.ParseAdd("PartyCms-Webhooks/1");
        request.Headers.Add("Webhook-Id", delivery.Id);
        request.Headers.Add("Webhook-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));

        // The specification lets a receiver accept any one of several signatures: while a secret changes there are two.
        request.Headers.Add("Webhook-Signature", string.Join(' ', signing.Select(secret =>
            WebhookSignature.Of(SigningSecrets.KeyOf(secret), delivery.Id, timestamp, delivery.Payload))));
        return request;
    }

    // A refusal's words help whoever mends the receiver. An accepted call needs none, and bytes that are no text help nobody.
    private static async Task<string?> ExcerptAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NoContent || !IsText(answer.Content.Headers.ContentType))
        {
            return null;
        }

        var bytes = new byte[MostAnswerBytes];
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var shown = new StringBuilder();
        foreach (var rune in Encoding.UTF8.GetString(bytes, 0, length).EnumerateRunes())
        {
            var isSeen = !Rune.IsControl(rune) && rune != Rune.ReplacementChar;
            if (shown.Length + rune.Utf16SequenceLength > WebhookAttemptConfiguration.ExcerptLength)
            {
                break;
            }

            shown.Append(isSeen ? rune.ToString() : " ");
        }

        return shown.Length == 0 ? null : shown.ToString().Trim();
    }

    private static bool IsText(MediaTypeHeaderValue? type) =>
        type?.MediaType is { } media
        && (media.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || media.EndsWith("json", StringComparison.OrdinalIgnoreCase));
}
