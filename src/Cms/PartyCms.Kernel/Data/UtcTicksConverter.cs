using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PartyCms.Kernel.Data;

/// <summary>Keeps an instant as UTC ticks (100 ns), which order and compare as numbers.</summary>
internal sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
