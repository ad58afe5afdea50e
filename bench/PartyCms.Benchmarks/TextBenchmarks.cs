using System.Text;
using BenchmarkDotNet.Attributes;
using PartyCms.Kernel.Text;

namespace PartyCms.Benchmarks;

/// <summary>What a save or a page spends on text: an article of about 2,000 Chinese characters.</summary>
[MemoryDiagnoser]
[InProcess]
public class TextBenchmarks
{
    private string _html = "";
    private string _title = "";

    /// <summary>Makes the article.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var html = new StringBuilder();
        for (var i = 0; i < 20; i++)
        {
            html.Append("<p>支部每月开一次会,把大家提的小事一件件记下来,再一件件办好。")
                .Append("<strong>谁负责、什么时候办完</strong>,都写在门口的白板上,任何人路过都能看见。")
                .Append("办完的事用红笔打勾,没办完的写明原因,下个月接着办。</p>");
        }

        _html = html.ToString();
        _title = "支部每月开一次会:把小事一件件办好 (Part 2)";
    }

    /// <summary>Sanitising a body.</summary>
    [Benchmark]
    public string Sanitize() => HtmlSanitizer.Clean(_html);

    /// <summary>Turning a body into Traditional characters.</summary>
    [Benchmark]
    public string ToTraditional() => ChineseScript.ToTraditional(_html);

    /// <summary>A permalink.</summary>
    [Benchmark]
    public string MakeSlug() => Slug.From(_title);
}
