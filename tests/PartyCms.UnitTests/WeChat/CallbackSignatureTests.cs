using PartyCms.WeChat.Crypto;

namespace PartyCms.UnitTests.WeChat;

public sealed class CallbackSignatureTests
{
    [Theory]
    [InlineData("f464b24fc39322e44b38aa78f5edd27bd1441696", "AAAAA", "1714036504", "1514711492")]
    [InlineData("899cf89e464efb63f54ddac96b0a0a235f53aa78", "AAAAA", "1714037059", "486452656")]
    [InlineData("6c5c811b55cc85e0e1b54100749188c20beb3f5d", "AAAAA", "1714112445", "415670741")]
    [InlineData("9f537aeb751ec72605f57f94a2f6dc3e3958e1dd", "123", "345")]
    [InlineData("a9993e364706816aba3e25717850c26c9cd0d89d", "a", "b", "c")]
    public void A_published_example_is_signed_alike(string signature, params string[] parts)
    {
        Assert.Equal(signature, CallbackSignature.Compute(parts));
    }

    [Fact]
    public void The_order_of_the_parts_does_not_matter()
    {
        Assert.Equal(CallbackSignature.Compute("a", "b", "c"), CallbackSignature.Compute("c", "a", "b"));
    }

    [Fact]
    public void Parts_are_sorted_by_code_and_not_by_language()
    {
        // In the order of a language "a" stands before "B", and "+" is passed over.
        Assert.Equal(CallbackSignature.Compute("+1Ba"), CallbackSignature.Compute("a", "B", "1", "+"));
    }

    [Fact]
    public void A_right_signature_matches()
    {
        Assert.True(CallbackSignature.Matches("a9993e364706816aba3e25717850c26c9cd0d89d", "a", "b", "c"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a9993e364706816aba3e25717850c26c9cd0d89c")]
    [InlineData("a9993e364706816aba3e25717850c26c9cd0d89")]
    [InlineData("a9993e364706816aba3e25717850c26c9cd0d89d0")]
    [InlineData("A9993E364706816ABA3E25717850C26C9CD0D89D")]
    [InlineData("签名")]
    public void A_signature_with_any_difference_does_not_match(string? signature)
    {
        Assert.False(CallbackSignature.Matches(signature, "a", "b", "c"));
    }
}
