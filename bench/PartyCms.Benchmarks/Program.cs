using BenchmarkDotNet.Running;
using PartyCms.Benchmarks;
using PartyCms.Benchmarks.Pages;
using PartyCms.Benchmarks.Search;
using PartyCms.Benchmarks.WeChat;

return args switch
{
    ["bare", var port, var folder] => await BareKestrel.RunAsync(port, folder),
    ["search", .. var counts] => await SearchSpeed.RunAsync(counts.Select(count => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture))),
    ["content", .. var sizes] => await ContentGrowth.RunAsync(
        sizes.Length == 0 ? [1_000, 10_000, 100_000] : [.. sizes.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))]),
    ["wechat", .. var time] => await CallbackLoad.RunAsync(time is [var seconds, ..] ? int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) : 20),
    ["micro", .. var rest] => Micro(rest),
    [] or ["pages", ..] => await PageComparison.RunAsync(args is [_, var seconds, ..] ? int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) : 4),
    _ => Usage(),
};

static int Micro(string[] rest)
{
    BenchmarkSwitcher.FromTypes([typeof(TextBenchmarks)]).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        PartyCms.Benchmarks [pages [SECONDS]]   home, list and article beside a bare Kestrel that sends the same bytes
        PartyCms.Benchmarks search COUNT...     the search index while it grows to each count of articles
        PartyCms.Benchmarks content [SIZES]     publishing, the content API and search at 1000 10000 100000 articles
        PartyCms.Benchmarks wechat [SECONDS]    the WeChat callback while many followers write at once
        PartyCms.Benchmarks micro               text functions a page or a save takes
        """);
    return 2;
}
