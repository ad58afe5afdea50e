using PartyCms.Accounts.ApiClients;
using PartyCms.Kernel;

namespace PartyCms.UnitTests.Accounts;

public sealed class ApiClientTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_secret_is_recognized_and_no_other()
    {
        var stored = ClientSecret.Hash("a secret");

        Assert.True(ClientSecret.Verify("a secret", stored));
        Assert.False(ClientSecret.Verify("a Secret", stored));
        Assert.DoesNotContain("secret", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_rotation_both_secrets_work_for_a_day()
    {
        var client = Client("old");

        client.Rotate(ClientSecret.Hash("new"), TimeSpan.FromHours(24), Now);

        Assert.Equal(2, client.GenerationOf("new", Now));
        Assert.Equal(1, client.GenerationOf("old", Now.AddHours(23)));
        Assert.Null(client.GenerationOf("old", Now.AddHours(24)));
        Assert.True(client.Honours(1, Now.AddHours(23)));
        Assert.False(client.Honours(1, Now.AddHours(24)));
        Assert.True(client.Honours(2, Now.AddHours(24)));
    }

    [Fact]
    public void A_second_rotation_ends_the_first_secret()
    {
        var client = Client("first");
        client.Rotate(ClientSecret.Hash("second"), TimeSpan.FromHours(24), Now);
        client.Rotate(ClientSecret.Hash("third"), TimeSpan.FromHours(24), Now);

        Assert.Null(client.GenerationOf("first", Now));
        Assert.False(client.Honours(1, Now));
        Assert.True(client.Honours(2, Now));
    }

    [Fact]
    public void A_revoked_client_has_no_good_secret_and_no_good_token()
    {
        var client = Client("secret");

        client.Revoke(Now);

        Assert.Null(client.GenerationOf("secret", Now));
        Assert.False(client.Honours(1, Now));
    }

    [Theory]
    [InlineData("", "secret", "Secretary", "Cms:Setup:ApiClients:0:ClientId")]
    [InlineData("client", "", "Secretary", "Cms:Setup:ApiClients:0:ClientSecret")]
    [InlineData("client", "secret", "Editor", "Cms:Setup:ApiClients:0:Roles:0 'Editor' is not a role; use one of: Administrator")]
    public void A_wrong_setting_names_its_key_its_fault_and_the_remedy(string id, string secret, string role, string expected)
    {
        var options = new CmsOptions();
        var client = new ApiClientSetup { ClientId = id, ClientSecret = secret };
        client.Roles.Add(role);
        options.Setup.ApiClients.Add(client);

        var result = new ApiClientSetupValidation().Validate(null, options);

        Assert.StartsWith(expected, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static ApiClient Client(string secret) => new()
    {
        ClientId = "client",
        DisplayName = "Client",
        SecretHash = ClientSecret.Hash(secret),
        CreatedUtc = Now,
    };
}
