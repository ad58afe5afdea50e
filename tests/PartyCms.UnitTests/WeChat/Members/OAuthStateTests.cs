using PartyCms.WeChat.Members.SignIn;

namespace PartyCms.UnitTests.WeChat.Members;

public sealed class OAuthStateTests
{
    [Fact]
    public void A_state_is_what_WeChat_takes_and_does_not_tell_its_secret()
    {
        var secret = OAuthState.NewSecret();

        Assert.Matches("^[0-9a-zA-Z]{1,128}$", OAuthState.Of(secret));
        Assert.DoesNotContain(secret, OAuthState.Of(secret), StringComparison.Ordinal);
        Assert.True(OAuthState.Matches(OAuthState.Of(secret), secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    public void Another_state_does_not_match(string? state)
    {
        Assert.False(OAuthState.Matches(state, OAuthState.NewSecret()));
    }

    [Fact]
    public void Secrets_are_never_alike()
    {
        Assert.NotEqual(OAuthState.NewSecret(), OAuthState.NewSecret());
    }
}
