using System.Text.Json.Nodes;
using PartyCms.Recipes.Keeping;

namespace PartyCms.UnitTests.Recipes;

public sealed class SecretsTests
{
    [Fact]
    public void Secrets_go_wherever_they_stand_and_the_rest_stays()
    {
        var node = JsonNode.Parse("""
            {"clientId":"a","clientSecret":"x","Deep":[{"ApiKey":"y","EnableAntiForgeryToken":true,"Password":null}],"PasswordHash":""}
            """)!;

        var places = Secrets.RemoveFrom(node);

        Assert.Equal([".clientSecret", ".Deep[0].ApiKey"], places);
        Assert.Equal("""{"clientId":"a","Deep":[{"EnableAntiForgeryToken":true,"Password":null}],"PasswordHash":""}""", node.ToJsonString());
    }
}
