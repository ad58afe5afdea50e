using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartyCms.IntegrationTests.WeChat.Delivery;

/// <summary>The process has ended, as far as the work in hand is concerned: nothing after it runs.</summary>
public sealed class CrashException(string where) : Exception($"Killed {where}.");

/// <summary>
/// Kills the work at a boundary: before or after a call to WeChat leaves the house, before or after a row is committed.
/// What stands in the database and at WeChat at that moment is what the next node finds.
/// </summary>
public sealed class CrashPlan : SaveChangesInterceptor
{
    private int _left;
    private bool _isArmed;

    /// <summary>Boundaries passed since <see cref="Arm"/>.</summary>
    public int Passed { get; private set; }

    /// <summary>Whether the blow has fallen.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>Strikes at a boundary, counted from 1.</summary>
    public void Arm(int boundary)
    {
        (Passed, HasStruck) = (0, false);
        (_left, _isArmed) = (boundary, true);
    }

    public void Disarm() => _isArmed = false;

    public void Pass(string where)
    {
        if (!_isArmed)
        {
            return;
        }

        Passed++;
        if (Interlocked.Decrement(ref _left) == 0)
        {
            HasStruck = true;
            throw new CrashException(where);
        }
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Pass("before a commit");
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Pass("after a commit");
        return ValueTask.FromResult(result);
    }

    /// <summary>Stands between the site and WeChat.</summary>
    public sealed class Gate(CrashPlan plan) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            plan.Pass("before a call");
            var answer = await base.SendAsync(request, cancellationToken);
            plan.Pass("after a call");
            return answer;
        }
    }
}
