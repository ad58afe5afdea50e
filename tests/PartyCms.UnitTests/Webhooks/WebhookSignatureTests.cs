using PartyCms.Webhooks.Deliveries;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.UnitTests.Webhooks;

public sealed class WebhookSignatureTests
{
    // The example of the Standard Webhooks specification, so that its ready libraries accept what we send.
    [Fact]
    public void The_signature_is_that_of_the_specification()
    {
        var signature = WebhookSignature.Of(
            SigningSecrets.KeyOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            """{"test": 2432232314}""");

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public void A_secret_holds_256_random_bits()
    {
        var secret = SigningSecrets.New();

        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal(32, SigningSecrets.KeyOf(secret).Length);
        Assert.NotEqual(secret, SigningSecrets.New());
    }
}
