using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Web;

namespace PartyCms.UnitTests.Security;

/// <summary>What roles from another site may do here: what their permission names say, and nothing beyond.</summary>
public sealed class PermissionMeaningTests
{
    private readonly PermissionCatalogue _permissions = new(ModuleCatalogue.Create(SiteModules.All));

    [Theory]
    [InlineData("AccessContentApi", "contents.access-api")]
    [InlineData("ExecuteApiAll", "contents.execute-queries")]
    [InlineData("AccessAdminPanel", "site.enter-administration")]
    [InlineData("news.edit", "news.edit")]
    public void A_name_with_one_equal_brings_that(string name, string permission) =>
        Assert.Equal([permission], _permissions.Translate([name]));

    [Fact]
    public void Publishing_brings_editing_and_editing_does_not_bring_publishing()
    {
        Assert.Contains("content.edit", _permissions.Translate(["PublishContent"]));
        Assert.Contains("content.publish", _permissions.Translate(["PublishContent"]));
        Assert.DoesNotContain("content.publish", _permissions.Translate(["EditContent"]));
    }

    [Theory]
    [InlineData("SiteOwner")]
    [InlineData("ManageUsers")]
    [InlineData("ManageRoles")]
    [InlineData("DeleteContent")]
    [InlineData("EditOwnContent")]
    [InlineData("PublishOwnContent")]
    [InlineData("Administrator")]
    [InlineData("accesscontentapi")]
    [InlineData("NoSuchThing")]
    [InlineData("")]
    public void A_name_without_an_equal_brings_nothing(string name)
    {
        Assert.Empty(_permissions.Translate([name]));
        Assert.False(_permissions.IsUnderstood(name));
    }

    [Fact]
    public void Reading_is_understood_and_brings_nothing()
    {
        Assert.True(_permissions.IsUnderstood("ViewContent"));
        Assert.Empty(_permissions.Translate(["ViewContent"]));
    }

    [Fact]
    public void No_name_of_the_field_brings_the_rights_over_accounts_and_operation()
    {
        var all = _permissions.Translate(["EditContent", "PublishContent", "AccessContentApi", "ExecuteApiAll", "Import", "Export", "EditContentTypes"]);

        Assert.DoesNotContain(all, permission => permission.StartsWith("accounts.", StringComparison.Ordinal));
        Assert.DoesNotContain(KernelPermissions.Operate, all);
    }
}
