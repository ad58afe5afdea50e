using PartyCms.Web.Verbs;

namespace PartyCms.UnitTests.Web;

public sealed class SettingFaultTests
{
    [Theory]
    [InlineData(
        "Failed to convert configuration value 'abc' at 'Cms:RateLimits:ClientPerMinute' to type 'System.Int32'.",
        "Cms:RateLimits:ClientPerMinute 'abc' is not a whole number; give one, or remove the key to use the default.")]
    [InlineData(
        "Failed to convert configuration value 'maybe' at 'Cms:Webhooks:AllowHttp' to type 'System.Boolean'.",
        "Cms:Webhooks:AllowHttp 'maybe' is not true or false; give one, or remove the key to use the default.")]
    [InlineData("Something else went wrong.", null)]
    public void A_value_of_the_wrong_kind_is_told_in_one_line(string message, string? line) =>
        Assert.Equal(line, SettingFault.OfBinding(message));

    [Theory]
    [InlineData(
        "DataAnnotation validation failed for 'CmsOptions' members: 'Database' with the error: 'Cms:Database must be Sqlite or PostgreSql.'.",
        "Cms:Database must be Sqlite or PostgreSql.")]
    [InlineData("Cms:TimeZone 'Mars' is not a known time zone.", "Cms:TimeZone 'Mars' is not a known time zone.")]
    public void A_failed_check_is_told_in_our_own_words(string failure, string line) =>
        Assert.Equal(line, SettingFault.Plain(failure));
}
