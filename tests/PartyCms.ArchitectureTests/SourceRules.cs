using System.Text.RegularExpressions;

namespace PartyCms.ArchitectureTests;

public sealed partial class SourceRules
{
    private const int LongestFile = 400;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_file_is_longer_than_400_lines(string folder)
    {
        var files = Repository.SourceFiles(folder);

        Assert.NotEmpty(files);
        Assert.Equal([], files.Select(file => (Path.GetFileName(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > LongestFile));
    }

    [Fact]
    public void A_file_is_named_after_a_type_in_it()
    {
        var strangers = Repository.SourceFiles("src")
            .Where(file => Path.GetFileName(file) != "Program.cs")
            .Where(file => !Regex.IsMatch(
                File.ReadAllText(file),
                $@"\b(class|record|struct|interface|enum)\s+(struct\s+|class\s+)?{Regex.Escape(FirstWord(file))}\b"))
            .Select(Path.GetFileName)
            .Where(name => !GroupFiles.Contains(name!));

        Assert.Equal("", string.Join(" ", strangers));
    }

    [Fact]
    public void Views_run_no_inline_script_and_carry_no_inline_style()
    {
        var views = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cshtml", SearchOption.AllDirectories);

        Assert.NotEmpty(views);
        Assert.Equal([], views.Where(view => InlineCode().IsMatch(File.ReadAllText(view))).Select(Path.GetFileName));
    }

    [Fact]
    public void Only_the_time_provider_reads_the_clock_and_nothing_blocks() =>
        Assert.Equal([], Repository.SourceFiles("src")
            .Where(file => ForbiddenCall().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));

    // Files that gather a few small types of one idea under the idea's plural.
    private static readonly HashSet<string> GroupFiles = new(StringComparer.Ordinal)
    {
        "ContentEvents.cs", "ContentConfiguration.cs", "SetupSteps.cs", "PermissionPolicies.cs", "OutboxRoutes.cs",
    };

    private static string FirstWord(string file) =>
        Path.GetFileName(file).Split('.')[0] + (file.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? "Model" : "");

    [GeneratedRegex(@"<script(?![^>]*\b(src|type=""(importmap|application/(ld\+)?json)""))|\son[a-z]+=""|\sstyle=""|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|Thread\.Sleep|\.GetAwaiter\(\)\.GetResult\(\)|async void")]
    private static partial Regex ForbiddenCall();
}
