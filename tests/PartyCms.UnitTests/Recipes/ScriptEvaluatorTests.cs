using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Recipes.Scripts;

namespace PartyCms.UnitTests.Recipes;

public sealed class ScriptEvaluatorTests
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 7, 1, 1, 2, 3, 456, TimeSpan.Zero));

    [Theory]
    [InlineData("普通文字")]
    [InlineData("[通知:开会]")]
    [InlineData("[locale en]You have successfully registered![/locale][locale fr]Vous vous êtes inscrit![/locale]")]
    [InlineData("[1js: valiables('now')]")]
    [InlineData("[locale en]This text contains a colon ':' symbol[/locale][locale fr]deux-points ':'[/locale]")]
    [InlineData("[sc text='some : text'/]")]
    [InlineData("[JS: uuid()]")]
    [InlineData("[jsx: uuid()]")]
    [InlineData("[js uuid()]")]
    [InlineData(" [js: uuid()]")]
    [InlineData("[js: uuid()")]
    [InlineData("[]")]
    [InlineData("[js]")]
    public void A_text_that_is_no_script_stays_as_it_is(string text)
    {
        var value = Evaluator().Evaluate(text, out var fault);

        Assert.Null(fault);
        Assert.Equal(text, value);
    }

    [Theory]
    [InlineData("[js: valiables('now')]")]
    [InlineData("[js: getUrlPrefix()]")]
    [InlineData("[js: process.exit(1)]")]
    [InlineData("[js: const m = ['a'];var date = new Date();return m[date.getMonth()];]")]
    [InlineData("[js: new Date().getTime()]")]
    [InlineData("[js: new Array(5)]")]
    [InlineData("[js: uuid(1)]")]
    [InlineData("[js: uuid]")]
    [InlineData("[js: 'a' - 'b']")]
    [InlineData("[js: uuid(); uuid()]")]
    [InlineData("[js: 'open]")]
    [InlineData("[js:]")]
    [InlineData("[js: `x`]")]
    [InlineData("[js: base64('%%%')]")]
    [InlineData("[js: base64('/w==')]")]
    [InlineData("[js: gzip('aGVsbG8=')]")]
    [InlineData("[js: base64('AA==')]")]
    [InlineData("[js: parameters('AdminPassword')]")]
    [InlineData("[js: parameters('DatabaseConnectionString')]")]
    [InlineData("[js: parameters('Whatever')]")]
    [InlineData("[file: read('a.html')]")]
    public void What_is_not_understood_is_kept_and_told(string script)
    {
        var value = Evaluator().Evaluate(script, out var fault);

        Assert.Equal("unsupported-script", fault?.Code);
        Assert.Equal(script, value);
    }

    [Theory]
    [InlineData("[js: 'a']", "a")]
    [InlineData("[js:\"双引号\"]", "双引号")]
    [InlineData("[js: 'it\\'s' + \" \" + '\\u4e2d']", "it's 中")]
    [InlineData("[js: parameters('SiteName')]", "先锋里网络支部")]
    [InlineData("[js: parameters('sitename')]", "先锋里网络支部")]
    [InlineData("[js: configuration('OrchardCore_Admin:AdminUrlPrefix', 'Admin')]", "admin")]
    [InlineData("[js: configuration('ConnectionStrings:Cms', 'none')]", "none")]
    [InlineData("[js: configuration('ConnectionStrings:Cms')]", "")]
    [InlineData("[js: new Date().toISOString()]", "2026-07-01T01:02:03.456Z")]
    [InlineData("[js: new  Date( ) . toISOString( ) ;]", "2026-07-01T01:02:03.456Z")]
    [InlineData("[js: base64('5Lit5paH')]", "中文")]
    [InlineData("[js: html('&lt;p&gt;&amp;')]", "<p>&")]
    [InlineData("[js: ('a' + ('b'))]", "ab")]
    [InlineData("[js: 'a[0]']", "a[0]")]
    public void The_few_functions_give_their_values(string script, string expected)
    {
        var value = Evaluator().Evaluate(script, out var fault);

        Assert.Null(fault);
        Assert.Equal(expected, value);
    }

    [Fact]
    public void A_uuid_is_an_id_of_the_field() =>
        Assert.True(ContentIds.IsWellFormed(Evaluator().Evaluate("[js: uuid()]", out _)));

    [Fact]
    public void A_variable_is_evaluated_once()
    {
        var evaluator = Evaluator(new JsonObject { ["id"] = "[js:uuid()]" });

        var first = evaluator.Evaluate("[js: variables('id')]", out _);

        Assert.True(ContentIds.IsWellFormed(first));
        Assert.Equal(first, evaluator.Evaluate("[js:variables('id')]", out _));
        Assert.Equal($"/{first}/x", evaluator.Evaluate("[js: '/' + variables('id') + '/x']", out _));
    }

    [Fact]
    public void A_variable_may_use_others_in_any_order() =>
        Assert.Equal("b", Evaluator(new JsonObject { ["a"] = "[js: variables('b')]", ["b"] = "b" }).Evaluate("[js: variables('a')]", out _));

    [Fact]
    public void A_variable_that_is_not_defined_is_told()
    {
        var value = Evaluator().Evaluate("[js: variables('nothing')]", out var fault);

        Assert.Equal("unknown-variable", fault?.Code);
        Assert.Equal("[js: variables('nothing')]", value);
    }

    [Theory]
    [InlineData("[js: variables('a')]", "[js: variables('b')]")]
    [InlineData("[js: 'x' + variables('b')]", "[js: 'y' + variables('a')]")]
    public void A_circle_of_variables_ends(string a, string b)
    {
        Evaluator(new JsonObject { ["a"] = a, ["b"] = b }).Evaluate("[js: variables('a')]", out var fault);

        Assert.Equal("circular-variable", fault?.Code);
    }

    [Fact]
    public void Deeply_nested_brackets_end()
    {
        Evaluator().Evaluate($"[js: {new string('(', 50_000)}]", out var fault);

        Assert.Equal("unsupported-script", fault?.Code);
    }

    [Fact]
    public void Results_that_double_each_time_end()
    {
        var variables = new JsonObject { ["v0"] = new string('x', 1024) };
        for (var i = 1; i <= 30; i++)
        {
            variables[$"v{i}"] = $"[js: variables('v{i - 1}') + variables('v{i - 1}')]";
        }

        var evaluator = Evaluator(variables);
        string? code = null;
        for (var i = 1; i <= 30 && code is null; i++)
        {
            evaluator.Evaluate($"[js: variables('v{i}')]", out var fault);
            code = fault?.Code;
        }

        Assert.Equal("script-too-large", code);
    }

    [Fact]
    public void A_zip_bomb_ends()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(new byte[ScriptEvaluator.MostCharacters + 1]);
        }

        Evaluator().Evaluate($"[js: gzip('{Convert.ToBase64String(packed.ToArray())}')]", out var fault);

        Assert.Equal("script-too-large", fault?.Code);
    }

    [Fact]
    public void A_zipped_text_comes_out_plain()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write("压缩的文字"u8);
        }

        Assert.Equal("压缩的文字", Evaluator().Evaluate($"[js: gzip('{Convert.ToBase64String(packed.ToArray())}')]", out _));
    }

    [Fact]
    public void Files_come_as_text_or_in_base_64()
    {
        var evaluator = Evaluator();

        Assert.Equal("<p>页脚</p>", evaluator.Evaluate("[file:text('Snippets/footer.html')]", out _));
        Assert.Equal(Convert.ToBase64String("<p>页脚</p>"u8), evaluator.Evaluate("[file:base64('Snippets/footer.html')]", out _));
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        var value = Evaluator().Evaluate("[file:text('Snippets/other.html')]", out var fault);

        Assert.Equal("missing-file", fault?.Code);
        Assert.Equal("[file:text('Snippets/other.html')]", value);
    }

    private ScriptEvaluator Evaluator(JsonObject? variables = null) => new(
        variables ?? [],
        new ScriptValues(
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["SiteName"] = "先锋里网络支部" },
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["OrchardCore_Admin:AdminUrlPrefix"] = "admin" }),
        new OneFile(),
        _clock);

    private sealed class OneFile : IRecipeFiles
    {
        public byte[]? Read(string path) => path == "Snippets/footer.html" ? Encoding.UTF8.GetBytes("<p>页脚</p>") : null;
    }
}
