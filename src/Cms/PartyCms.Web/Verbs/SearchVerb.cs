using System.Diagnostics;
using PartyCms.Search.Contracts;

namespace PartyCms.Web.Verbs;

/// <summary><c>search rebuild</c>: writes the search index anew and tells how far it has come.</summary>
internal static class SearchVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ["rebuild", .. var rest])
        {
            return Verb.Say("Give what to do: search rebuild.", 2);
        }

        await using var app = Verb.Build(rest);
        await using var scope = app.Services.CreateAsyncScope();
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        var started = Stopwatch.GetTimestamp();
        try
        {
            var rebuilt = await scope.ServiceProvider.GetRequiredService<SearchIndexRebuild>().RunAsync(new ProgressLines(), stop.Token);
            var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
            return Verb.Say($"Search index rebuilt: {rebuilt.Written} items written, {rebuilt.Removed} removed, in {took:0.0} s.", 0);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Verb.Say("Stopped. The site works; run 'search rebuild' again to go on from here.", 1);
        }
    }

    /// <summary>A line for each tenth: readable on a screen and in a log.</summary>
    private sealed class ProgressLines : IProgress<RebuildProgress>
    {
        private int _tenth;

        public void Report(RebuildProgress value)
        {
            var tenth = value.All == 0 ? 10 : value.Done * 10L / value.All;
            if (tenth > _tenth)
            {
                _tenth = (int)tenth;
                Console.WriteLine($"{tenth * 10,3} %  {value.Done} of {value.All}");
            }
        }
    }
}
